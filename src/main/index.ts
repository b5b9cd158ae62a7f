import { runDesktop } from '#hosts/desktop/run-desktop.ts';

runDesktop();
