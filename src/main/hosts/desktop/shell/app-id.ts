/** By this Windows tells whose a notification is. The installer (electron-builder.yml) has the same. */
export const APP_ID = 'app.baton.desktop';
