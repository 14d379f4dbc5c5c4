import { ExchangeError } from '../exchange.ts';

/** What Discord's client wouldn't let a member do; the message is one sentence. */
export const impossible = (message: string): ExchangeError =>
  new ExchangeError('not_possible', message);
