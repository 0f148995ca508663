/** The libraries of this server and their files, whose names hold the version, so that a file never changes. */
import type { LibraryName, LibraryRequest } from './recognise.ts';

export interface Library {
	title: string;
	version: string;
	licence: string;
	source: string;
	scriptName: string;
	/** By path beside a program; empty for a library whose declarations the app itself holds. */
	declarationNames: Readonly<Record<string, string>>;
	pathByName: Readonly<Record<string, string>>;
}

/** `declarationPaths`: paths of type declarations in `node_modules`, by the name without `.d.ts` that each gets beside a program. */
function createLibrary(
	name: LibraryName,
	about: Pick<Library, 'title' | 'version' | 'licence' | 'source'>,
	scriptPath: string,
	declarationPaths: Record<string, string> = {}
): Library {
	const { version } = about;
	const scriptName = `${name}-${version}.js`;
	const declarationNameOf = (what: string) => `${what}-${version}.d.ts`;
	const declarationEntries = Object.entries(declarationPaths);
	return {
		...about,
		scriptName,
		declarationNames: Object.fromEntries(declarationEntries.map(([what]) => [`${what}.d.ts`, declarationNameOf(what)])),
		pathByName: {
			[scriptName]: scriptPath,
			...Object.fromEntries(declarationEntries.map(([what, path]) => [declarationNameOf(what), path]))
		}
	};
}

export type LibraryVersions = readonly [Library, ...Library[]];

/** None is ever removed: pages keep the version with which they were made. The newest stands last. */
export const LIBRARY_VERSIONS: Readonly<Record<LibraryName, LibraryVersions>> = {
	p5: [
		createLibrary(
			'p5',
			{ title: 'p5.js', version: '2.3.4', licence: 'LGPL-2.1', source: 'https://github.com/processing/p5.js' },
			'p5/lib/p5.min.js',
			{ p5: 'p5/types/p5.d.ts', 'p5-names': 'p5/types/global.d.ts' }
		)
	],
	chart: [
		createLibrary(
			'chart',
			{ title: 'Chart.js', version: '4.5.1', licence: 'MIT', source: 'https://github.com/chartjs/Chart.js' },
			'chart.js/dist/chart.umd.min.js'
		)
	],
	matter: [
		createLibrary(
			'matter',
			{ title: 'Matter.js', version: '0.20.0', licence: 'MIT', source: 'https://github.com/liabru/matter-js' },
			'matter-js/build/matter.min.js',
			{ matter: '@types/matter-js/index.d.ts' }
		)
	],
	tone: [
		createLibrary(
			'tone',
			{ title: 'Tone.js', version: '15.5.44', licence: 'MIT', source: 'https://github.com/Tonejs/Tone.js' },
			'tone/build/Tone.js'
		)
	]
};

const newestVersionOf = (versions: LibraryVersions): Library => versions.at(-1) ?? versions[0];

const isAtLeast = (version: string, least: string): boolean =>
	version.localeCompare(least, 'en', { numeric: true }) >= 0;

/**
 * The first version not older than the one named, else the newest. A page that names none gets the oldest, because new
 * pages name theirs as soon as there are two.
 */
export function findLibrary(
	{ name, version }: LibraryRequest,
	{ [name]: versions }: Readonly<Record<LibraryName, LibraryVersions>> = LIBRARY_VERSIONS
): Library {
	if (version === undefined) return versions[0];
	return versions.find((library) => isAtLeast(library.version, version)) ?? newestVersionOf(versions);
}

export function newestScriptAddress(
	name: LibraryName,
	{ [name]: versions }: Readonly<Record<LibraryName, LibraryVersions>> = LIBRARY_VERSIONS
): string {
	return versions.length === 1 ? `${name}.js` : newestVersionOf(versions).scriptName;
}

export function libraryNoticeOf({ title, version, licence, source }: Library): string {
	return `${title} ${version} · ${licence} · ${source}`;
}

export const LIBRARY_PATH_BY_FILE_NAME: Readonly<Record<string, string>> = Object.fromEntries(
	Object.values(LIBRARY_VERSIONS)
		.flat()
		.flatMap(({ pathByName }) => Object.entries(pathByName))
);
