import type { Story } from '../story.ts';
import { applications } from './applications.ts';
import { botPages } from './botPages.ts';
import { log } from './log.ts';
import { releases } from './releases.ts';
import { replies } from './replies.ts';

export const STORIES: readonly Story[] = [...log, ...releases, ...replies, ...applications, ...botPages];
