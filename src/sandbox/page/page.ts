import { h, render } from 'preact';
import { Session } from './session/session.ts';
import { SessionContext } from './session/use-session.ts';
import { App } from './shell/app.ts';

const socket = new URL('/sandbox/socket', location.href);
socket.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
const session = new Session(socket.href);

const root = document.getElementById('app');
if (root !== null) render(h(SessionContext.Provider, { value: session }, h(App, {})), root);
