import { EventEmitter } from 'node:events';
import type {} from 'electron';
import { outside } from './outside.ts';

type Parts = Pick<
  Electron.PowerMonitor,
  'getSystemIdleState' | 'getSystemIdleTime' | 'isOnBatteryPower' | 'onBatteryPower'
>;

/** `suspend`, `resume`, `on-battery`, `on-ac`, `lock-screen` and `unlock-screen` come when a test says so. */
class StandInPowerMonitor extends EventEmitter implements Parts {
  get onBatteryPower(): boolean {
    return outside.isOnBattery;
  }
  isOnBatteryPower(): boolean {
    return outside.isOnBattery;
  }
  getSystemIdleTime(): number {
    return outside.idleSeconds;
  }
  getSystemIdleState(): 'active' {
    return 'active';
  }
}

export const powerMonitor = new StandInPowerMonitor();
