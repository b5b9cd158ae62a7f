import { ipcRenderer } from 'electron';

// The page asks for its port when it is ready, or when a person wants a locked window opened. If the program lets it
// in, it gets one end of a channel and the program the other. Nothing else of Electron reaches the page.
window.addEventListener('message', (event) => {
  if (event.source !== window) return;
  if (event.data === 'baton:ready') void ask('baton:may-open');
  if (event.data === 'baton:unlock') void ask('baton:unlock');
  if (event.data === 'baton:lock') ipcRenderer.send('baton:lock');
});

ipcRenderer.on('baton:locked', sayLocked);

function sayLocked(): void {
  window.postMessage('baton:locked', window.location.origin);
}

async function ask(channel: 'baton:may-open' | 'baton:unlock'): Promise<void> {
  const mayOpen: unknown = await ipcRenderer.invoke(channel);
  if (mayOpen !== true) {
    sayLocked();
    return;
  }
  const { port1, port2 } = new MessageChannel();
  ipcRenderer.postMessage('baton:connect', null, [port1]);
  window.postMessage('baton:port', window.location.origin, [port2]);
}
