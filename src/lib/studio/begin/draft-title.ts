/** Returns the title of a folder or project, or a placeholder when there is no title. */
import { m } from '#lib/paraglide/messages.js';
import type { WorkSummary } from '#lib/storage/storage.ts';

export const workTitleOf = ({ openVersion }: WorkSummary): string => openVersion?.project?.title || m.studio_untitled();
