/** The event object of Electron's main process: `preventDefault` is all that handlers use of it. */
export class PreventableEvent {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
