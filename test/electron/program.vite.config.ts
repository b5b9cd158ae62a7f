import config from '../../electron.vite.config.ts';

const { main, preload } = config as { main: object; preload: object };

/** The program as it is shipped, without its screens: those are built before any suite. */
export default { main, preload };
