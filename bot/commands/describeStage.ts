import type { StageProgress } from '../stageProgress.ts';

/** What a cycle does now, in a line for people. */
export function describeStage({ stage, of }: StageProgress): string {
	switch (stage) {
		case 'read':
			return 'reading all submissions';
		case 'read-changes':
			return `${of} changes on the wiki since the last cycle`;
		case 'check':
			return `checking ${of} applications`;
		case 'look-up':
			return `looking up ${of} accounts on all wikis`;
		case 'save':
			return `comparing ${of} pages with what they should say`;
		case 'tell':
			return `sending ${of} notices`;
	}
}
