import { useParams } from '@tanstack/react-router';
import { ScheduleEditor } from './schedule-editor.tsx';
import { SchedulesList } from './schedules-list.tsx';

/** The page *Schedules*: all of them, one of them, or a new one (`new` in the place of the id). */
export function SchedulesPage() {
  const { scheduleId } = useParams({ strict: false });
  if (scheduleId === undefined) return <SchedulesList />;
  return <ScheduleEditor key={scheduleId} scheduleId={scheduleId === 'new' ? null : scheduleId} />;
}
