import type { ErrorTree } from './validate/problem.ts';

/** A refusal as Discord words it: HTTP status, error code, and where in the body the fault is. */
export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: ErrorTree | undefined;

  constructor(status: number, code: number, message: string, errors?: ErrorTree) {
    super(message);
    this.name = 'DiscordError';
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  /** The response body. */
  toJSON(): { message: string; code: number; errors?: ErrorTree } {
    const { message, code, errors } = this;
    return errors === undefined ? { message, code } : { message, code, errors };
  }
}

/** Discord's error codes that the sandbox uses ("Opcodes and Status Codes" of the documentation). */
const KNOWN = {
  notFound: [404, 0, '404: Not Found'],
  unauthorized: [401, 0, '401: Unauthorized'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  applicationForbidden: [
    403,
    20012,
    'You are not authorized to perform this action on this application',
  ],
  maxCommands: [400, 30032, 'Maximum number of application commands reached.'],
  maxCommandCreates: [
    400,
    30034,
    'Max number of daily application command creates has been reached (200)',
  ],
  tooLarge: [413, 40005, 'Request entity too large'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  missingAccess: [403, 50001, 'Missing Access'],
  dmAction: [403, 50003, 'Cannot execute action on a DM channel'],
  notAuthor: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  invalidFormBody: [400, 50035, 'Invalid Form Body'],
  invalidApiVersion: [400, 50041, 'Invalid API version provided'],
  invalidJson: [400, 50109, 'The request body contains invalid JSON.'],
  cannotReplyWithoutHistory: [
    400,
    160002,
    'Cannot reply without permission to read message history',
  ],
} as const satisfies Record<string, readonly [number, number, string]>;

/** Makes the refusal of that name. */
export function refuse(name: keyof typeof KNOWN): DiscordError {
  const [status, code, message] = KNOWN[name];
  return new DiscordError(status, code, message);
}

/** Makes error 50035 with its tree of faults. */
export function invalidFormBody(errors: ErrorTree): DiscordError {
  return new DiscordError(400, 50035, 'Invalid Form Body', errors);
}
