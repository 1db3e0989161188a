import type { Story } from '../story.ts';
import { log } from './log.ts';
import { releases } from './releases.ts';

export const STORIES: readonly Story[] = [...log, ...releases];
