import { toUtc } from '../../shared/rules/describeEvidence.ts';

/** An instant (ISO 8601) as `2026-01-14 23:59 UTC`: the same for all readers, and it sorts as text. */
export function formatInstant(instant: string): string {
	return `${toUtc(instant).slice(0, 16).replace('T', ' ')} UTC`;
}
