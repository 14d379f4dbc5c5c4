import { type ErrorTree, merge, problem, type Rule } from './problem.ts';

/** A JSON object of unknown shape. */
export type Dictionary = Record<string, unknown>;

export function isDictionary(value: unknown): value is Dictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const REQUIRED = problem('BASE_TYPE_REQUIRED', 'This field is required');

/** Makes a rule's field one that may be left out or null. */
export function optional(rule: Rule): Rule {
  return (value) => (value === undefined || value === null ? undefined : rule(value));
}

/** Wraps a check of a value that is there; a missing one is refused. */
export function present(check: (value: NonNullable<unknown>) => ErrorTree | undefined): Rule {
  return (value) => (value === undefined || value === null ? REQUIRED : check(value));
}

function outOfBounds(length: number, min: number, max: number): ErrorTree | undefined {
  if (length >= min && length <= max) return undefined;
  if (min > 0) {
    return problem('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
  }
  return problem('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
}

/** The length in code points, without an array of them. */
export function codePoints(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    if ((text.codePointAt(i) ?? 0) > 0xffff) i += 1;
    count += 1;
  }
  return count;
}

/** A string of `min` to `max` code points. */
export function text(min: number, max: number): Rule {
  return present((value) => {
    if (typeof value !== 'string') {
      return problem('STRING_TYPE_CONVERT', `Could not interpret "${String(value)}" as string.`);
    }
    if (value.length >= min && value.length <= max && min <= 1) return undefined;
    return outOfBounds(codePoints(value), min, max);
  });
}

export const boolean: Rule = present((value) =>
  typeof value === 'boolean'
    ? undefined
    : problem('BOOLEAN_TYPE_CONVERT', 'Must be either true or false.'),
);

export function number(min: number, max: number): Rule {
  return present((value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      return problem('NUMBER_TYPE_COERCE', `Value "${String(value)}" is not a number.`);
    }
    if (value < min) {
      return problem('NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
    }
    if (value > max) {
      return problem('NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
    }
    return undefined;
  });
}

/** A whole number; decimal strings are read as Discord reads them. */
export function integer(min: number, max: number): Rule {
  const inRange = number(min, max);
  return present((value) => {
    const parsed = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
    if (!Number.isInteger(parsed)) {
      return problem('NUMBER_TYPE_COERCE', `Value "${String(value)}" is not int.`);
    }
    return inRange(parsed);
  });
}

export const snowflake: Rule = present((value) =>
  (typeof value === 'string' && /^\d{1,20}$/.test(value)) || Number.isSafeInteger(value)
    ? undefined
    : problem('NUMBER_TYPE_COERCE', `Value "${String(value)}" is not snowflake.`),
);

export function oneOf(values: readonly (string | number)[]): Rule {
  return present((value) =>
    (typeof value === 'string' || typeof value === 'number') && values.includes(value)
      ? undefined
      : problem('BASE_TYPE_CHOICES', `Value must be one of {${values.join(', ')}}.`),
  );
}

/** A URL of one of these schemes. */
export function url(schemes: readonly string[], max: number): Rule {
  const fits = text(1, max);
  return present((value) => {
    const unfit = fits(value);
    if (unfit !== undefined) return unfit;
    const parsed = URL.parse(String(value));
    if (parsed === null) return problem('URL_TYPE_INVALID_URL', 'Not a well formed URL.');
    const scheme = parsed.protocol.slice(0, -1);
    if (schemes.includes(scheme)) return undefined;
    return problem(
      'URL_TYPE_INVALID_SCHEME',
      `Scheme "${scheme}" is not supported. Scheme must be one of ('${schemes.join("', '")}').`,
    );
  });
}

/** An array whose items keep a rule. */
export function list(item: Rule, min: number, max: number): Rule {
  return present((value) => {
    if (!Array.isArray(value)) {
      return problem('LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
    }
    const wrongLength = outOfBounds(value.length, min, max);
    if (wrongLength !== undefined) return wrongLength;
    let errors: ErrorTree | undefined;
    for (let i = 0; i < value.length; i += 1) {
      const inner = item(value[i]);
      if (inner !== undefined) errors = merge(errors, { [i]: inner });
    }
    return errors;
  });
}

/** A list without repeats, of what can be compared. */
export function distinct(item: Rule, min: number, max: number): Rule {
  return inTurn(list(item, min, max), (value) =>
    Array.isArray(value) && new Set(value).size === value.length
      ? undefined
      : problem('SET_TYPE_CONTAINS_DUPLICATES', 'Values must be unique'),
  );
}

/** An object whose known fields keep their rules; unknown fields are ignored, as Discord does. */
export function shape(fields: Readonly<Record<string, Rule>>): Rule {
  const entries = Object.entries(fields);
  return present((value) => {
    if (!isDictionary(value)) {
      return problem('MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    }
    let errors: ErrorTree | undefined;
    for (const [field, rule] of entries) {
      const inner = rule(value[field]);
      if (inner !== undefined) errors = merge(errors, { [field]: inner });
    }
    return errors;
  });
}

/** An object from allowed keys to values that keep a rule. */
export function dictionary(keys: ReadonlySet<string>, item: Rule): Rule {
  return present((value) => {
    if (!isDictionary(value)) {
      return problem('DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
    }
    let errors: ErrorTree | undefined;
    for (const [key, entry] of Object.entries(value)) {
      const inner = keys.has(key)
        ? item(entry)
        : problem('ENUM_TYPE_COERCE', `Value "${key}" is not a valid enum value.`);
      if (inner !== undefined) errors = merge(errors, { [key]: inner });
    }
    return errors;
  });
}

/** Both rules, all their faults. */
export function both(...rules: readonly Rule[]): Rule {
  return (value) =>
    rules.reduce<ErrorTree | undefined>((errors, rule) => merge(errors, rule(value)), undefined);
}

/** The rules in turn, until one finds a fault. */
export function inTurn(...rules: readonly Rule[]): Rule {
  return (value) => {
    for (const rule of rules) {
      const errors = rule(value);
      if (errors !== undefined) return errors;
    }
    return undefined;
  };
}

/** A union told apart by its integer `type`. */
export function byType(rules: Readonly<Record<number, Rule>>): Rule {
  const types = Object.keys(rules).join(', ');
  return present((value) => {
    if (!isDictionary(value)) {
      return problem('MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    }
    const { type } = value;
    if (type === undefined || type === null) return { type: REQUIRED };
    const rule = typeof type === 'number' ? rules[type] : undefined;
    if (rule !== undefined) return rule(value);
    return {
      type: problem('UNION_TYPE_CHOICES', `Value of field "type" must be one of (${types},).`),
    };
  });
}
