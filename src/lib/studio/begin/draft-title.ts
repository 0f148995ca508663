/** Names a draft or project by its title, also when it has none. */
import { m } from '#lib/paraglide/messages.js';
import type { WorkSummary } from '#lib/storage/storage.ts';

export const draftTitle = ({ openVersion }: WorkSummary): string => openVersion?.project?.title || m.studio_untitled();
