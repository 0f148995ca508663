/** The files of libraries that this server serves. Their names hold the version: a name always means the same text. */
import type { LibraryName } from './recognise.ts';

interface LibraryFiles {
	/** Name under which a browser asks for the script. */
	script: string;
	/** Names of the type declarations, by the path that they have beside a program; none where the app holds them itself. */
	declarations: Readonly<Record<string, string>>;
	/** Paths in `node_modules`, by name. */
	paths: Readonly<Record<string, string>>;
}

/** `declarations`: paths in `node_modules`, by what each declares. */
function libraryFiles(
	name: LibraryName,
	version: string,
	script: string,
	declarations: Record<string, string> = {}
): LibraryFiles {
	const scriptName = `${name}-${version}.js`;
	const nameOf = (what: string) => `${what}-${version}.d.ts`;
	const declared = Object.entries(declarations);
	return {
		script: scriptName,
		declarations: Object.fromEntries(declared.map(([what]) => [`${what}.d.ts`, nameOf(what)])),
		paths: { [scriptName]: script, ...Object.fromEntries(declared.map(([what, path]) => [nameOf(what), path])) }
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
export const LIBRARY_FILES: Readonly<Record<string, string>> = Object.fromEntries(
	Object.values(LIBRARIES).flatMap(({ paths }) => Object.entries(paths))
);
