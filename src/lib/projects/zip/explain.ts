import { MOST_VERSION_FILES } from '#lib/domain/file-size.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ImportedProjectZip, ProjectZipRefusal } from './read.ts';

const MOST_LISTED_PATHS = 5;
const joinFirstPaths = (paths: readonly string[]): string => paths.slice(0, MOST_LISTED_PATHS).join(', ');

export function explainZipChanges({
	leftOutPaths,
	scriptPaths,
	movedPaths
}: Omit<ImportedProjectZip, 'kind' | 'folder'>): string {
	const sentences = [
		...(scriptPaths.length > 0 ? [m.zip_script({ files: joinFirstPaths(scriptPaths) })] : []),
		...(movedPaths.length > 0 ? [m.zip_moved({ files: joinFirstPaths(movedPaths) })] : []),
		...(leftOutPaths.length > 0 ? [m.zip_left({ files: joinFirstPaths(leftOutPaths) })] : [])
	];
	return sentences.length === 0 ? '' : [m.zip_opened(), ...sentences].join(' ');
}

export function explainZipRefusal(refusal: ProjectZipRefusal): string {
	switch (refusal.reason) {
		case 'not-a-zip':
			return m.zip_not_a_zip();
		case 'too-big':
			return m.zip_too_big({ files: MOST_VERSION_FILES });
		case 'broken':
			return m.zip_broken();
		case 'newer':
			return m.zip_newer();
		case 'not-ours':
			return m.zip_not_ours();
		case 'nothing':
			return m.zip_nothing();
		case 'no-program':
			return m.zip_no_program();
		case 'path':
			return m.zip_path({ file: refusal.file });
		case 'name':
			return m.zip_name({ file: refusal.file });
		case 'text':
			return m.zip_text({ file: refusal.file });
		case 'twice':
			return m.zip_twice({ file: refusal.file });
	}
}
