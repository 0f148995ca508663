import { readdirSync, readFileSync } from 'node:fs';
import type { Files, Sources } from '../contract.ts';

const FIXTURE_FOLDER = new URL('./fixtures/', import.meta.url);

export interface CompilerFixture {
	name: string;
	sources: Sources;
}

export function readCompilerFixtures(): CompilerFixture[] {
	return readdirSync(FIXTURE_FOLDER)
		.filter((file) => file.endsWith('.txt'))
		.sort()
		.map((file) => ({
			name: file.replace(/\.txt$/, ''),
			sources: parseFixtureSources(readFileSync(new URL(file, FIXTURE_FOLDER), 'utf8'))
		}));
}

function parseFixtureSources(text: string): Sources {
	const files: Files = {};
	for (const section of text.split(/^=== /m).slice(1)) {
		const end = section.indexOf('\n');
		files[section.slice(0, end)] = section.slice(end + 1);
	}
	const checks = ['checks/tune.ts'].filter((path) => path in files);
	return { files, program: 'main.ts', checks, ...('scene.ts' in files ? { scene: 'scene.ts' } : {}) };
}
