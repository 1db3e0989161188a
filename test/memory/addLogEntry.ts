import { formatTimestamp } from './formatTimestamp.ts';
import type { MemoryLog, MemoryState } from './memoryWiki.ts';

/** Adds a log entry, at the wiki's current time. */
export function addLogEntry(
	state: MemoryState,
	log: Omit<MemoryLog, 'rcid' | 'timestamp' | 'logtype' | 'logaction'> & {
		/** For example `move/move`. */
		readonly kind: `${string}/${string}`;
	},
): MemoryLog {
	const { kind, ...rest } = log;
	const [logtype = '', logaction = ''] = kind.split('/');
	const added = {
		...rest,
		rcid: state.nextRevid++,
		logtype,
		logaction,
		timestamp: formatTimestamp(state.now),
	};
	state.logs.push(added);
	return added;
}
