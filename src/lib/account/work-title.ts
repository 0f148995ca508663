/** The title and lines by which a person recognises a work. */
import { PROGRAM_FILE } from '#lib/domain/project.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Summary } from '#lib/storage/storage.ts';

export function nameOf({ work, opens }: Summary): string {
	if (work.kind === 'project') return opens?.project?.title || m.project_untitled();
	return m.offer_challenge({ name: work.challenge?.id ?? '' });
}

export function firstLines({ opens }: Summary): string {
	const files = opens?.files ?? {};
	const program = files[PROGRAM_FILE] ?? Object.values(files)[0] ?? '';
	const lines = program.split('\n').filter((line) => /\w/.test(line) && !/^\s*(?:\/\/|\/?\*|import\b)/.test(line));
	return lines.slice(0, 2).join('\n');
}
