import { PROGRAM_FILE } from '#lib/domain/project.ts';
import { m } from '#lib/paraglide/messages.js';
import type { WorkSummary } from '#lib/storage/storage.ts';

export function workTitle({ work, openVersion }: WorkSummary): string {
	if (work.kind === 'project') return openVersion?.project?.title || m.project_untitled();
	if (work.kind === 'folder') return openVersion?.project?.title || m.studio_untitled();
	return m.offer_challenge({ name: work.challenge?.id ?? '' });
}

export function firstLinesOfWork({ openVersion }: WorkSummary): string {
	const files = openVersion?.files ?? {};
	const program = files[PROGRAM_FILE] ?? Object.values(files)[0] ?? '';
	const lines = program.split('\n').filter((line) => /\w/.test(line) && !/^\s*(?:\/\/|\/?\*|import\b)/.test(line));
	return lines.slice(0, 2).join('\n');
}
