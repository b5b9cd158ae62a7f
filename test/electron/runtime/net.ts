import { request as overHttp } from 'node:http';
import { request as overTls } from 'node:https';
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import type {} from 'electron';

/** Answers that send elsewhere are an event of their own in Electron. */
const isRedirect = ({ statusCode = 0, headers }: IncomingMessage): boolean =>
  statusCode >= 300 && statusCode < 400 && headers.location !== undefined;

/** Requests of the main process: what Node's have in common with Chromium's. */
export const net = {
  request(
    options: RequestOptions & { readonly session?: unknown; readonly redirect?: string },
  ): ClientRequest {
    const { session: _session, redirect: _redirect, ...rest } = options;
    const request = rest.protocol === 'https:' ? overTls(rest) : overHttp(rest);
    const emit = request.emit.bind(request);
    request.emit = (event: string | symbol, ...args: unknown[]): boolean => {
      const [answer] = args as [IncomingMessage];
      if (event !== 'response' || !isRedirect(answer)) return emit(event, ...args);
      answer.resume();
      return emit(
        'redirect',
        answer.statusCode,
        rest.method ?? 'GET',
        answer.headers.location,
        answer.headers,
      );
    };
    return request;
  },
};
