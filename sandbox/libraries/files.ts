/** The files of libraries that this server serves. Their names hold the version: a name always means the same text. */
import type { LibraryName } from './recognise.ts';

interface LibraryFiles {
	/** Name under which a browser asks for the script. */
	scriptName: string;
	/** Names of the type declarations, by the path that they have beside a program; none where the app holds them itself. */
	declarationNames: Readonly<Record<string, string>>;
	/** Paths in `node_modules`, by name. */
	pathByName: Readonly<Record<string, string>>;
}

/** `declarationPaths`: paths of type declarations in `node_modules`, by the name without `.d.ts` that each gets beside a program. */
function libraryFiles(
	name: LibraryName,
	version: string,
	scriptPath: string,
	declarationPaths: Record<string, string> = {}
): LibraryFiles {
	const scriptName = `${name}-${version}.js`;
	const declarationNameOf = (what: string) => `${what}-${version}.d.ts`;
	const declarationEntries = Object.entries(declarationPaths);
	return {
		scriptName,
		declarationNames: Object.fromEntries(declarationEntries.map(([what]) => [`${what}.d.ts`, declarationNameOf(what)])),
		pathByName: {
			[scriptName]: scriptPath,
			...Object.fromEntries(declarationEntries.map(([what, path]) => [declarationNameOf(what), path]))
		}
	};
}

export const LIBRARIES: Readonly<Record<LibraryName, LibraryFiles>> = {
	p5: libraryFiles('p5', '2.3.4', 'p5/lib/p5.min.js', {
		p5: 'p5/types/p5.d.ts',
		'p5-names': 'p5/types/global.d.ts'
	}),
	chart: libraryFiles('chart', '4.5.1', 'chart.js/dist/chart.umd.min.js'),
	matter: libraryFiles('matter', '0.20.0', 'matter-js/build/matter.min.js', {
		matter: '@types/matter-js/index.d.ts'
	}),
	tone: libraryFiles('tone', '15.5.44', 'tone/build/Tone.js')
};

/** Paths in `node_modules`, by the name under which a browser asks for them. */
export const LIBRARY_PATH_BY_NAME: Readonly<Record<string, string>> = Object.fromEntries(
	Object.values(LIBRARIES).flatMap(({ pathByName }) => Object.entries(pathByName))
);
