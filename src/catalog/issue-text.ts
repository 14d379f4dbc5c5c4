import type { z } from 'zod';

const entries = (limit: number | bigint) => (limit === 1 ? '1 entry' : `${limit} entries`);

/**
 * What is wrong with a field, in words for whoever fills it in. The schema's own sentences stay.
 *
 * @see https://zod.dev/error-formatting for the kinds of issues
 */
export function issueText(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? 'is missing'
        : `must be ${/^[aeio]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
    case 'too_small':
      if (issue.origin === 'string') return 'is empty: fill it in';
      if (issue.origin !== 'array') return `must be at least ${issue.minimum}`;
      return `takes ${issue.exact ? 'exactly' : 'at least'} ${entries(issue.minimum)}`;
    case 'too_big':
      if (issue.origin === 'string') return `takes at most ${issue.maximum} characters`;
      if (issue.origin !== 'array') return `must be at most ${issue.maximum}`;
      return `takes ${issue.exact ? 'exactly' : 'at most'} ${entries(issue.maximum)}`;
    case 'unrecognized_keys':
      return `there is no field called ${issue.keys.map((key) => `"${key}"`).join(' or ')}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map((value) => `"${String(value)}"`).join(', ')}`;
    case 'invalid_format':
      return issue.format === 'url' ? 'must be an http or https address' : issue.message;
    default:
      return issue.message;
  }
}
