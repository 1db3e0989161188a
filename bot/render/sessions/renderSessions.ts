import type { Translate } from '../../../shared/i18n/translate.ts';
import type { Course } from '../../../shared/programme/schema.ts';
import type { AssessedApplication } from '../../assess/assessApplications.ts';

export function renderSessions(
	_course: Course,
	_applications: readonly AssessedApplication[],
	_translate: Translate,
): readonly string[] {
	return [];
}
