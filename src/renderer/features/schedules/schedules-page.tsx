import { useParams } from '@tanstack/react-router';
import { DaysAhead } from './days-ahead.tsx';
import { ScheduleEditor } from './schedule-editor.tsx';
import { SchedulesList } from './schedules-list.tsx';

/** The page *Schedules*: all of them, one of them, a new one (`new` in the place of the id), or what goes out (`ahead`). */
export function SchedulesPage() {
  const { scheduleId } = useParams({ strict: false });
  if (scheduleId === undefined) return <SchedulesList />;
  if (scheduleId === 'ahead') return <DaysAhead />;
  return <ScheduleEditor key={scheduleId} scheduleId={scheduleId === 'new' ? null : scheduleId} />;
}
