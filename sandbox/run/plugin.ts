/** A Vite plugin that provides the shell to servers, and the sketch player and the kit to browsers. */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { BundledScript } from '../bundle.ts';
import { buildProgramKit } from '../kit-file.ts';
import {
	buildEarlyScript,
	buildTakeHomeFileAnswersScript,
	buildTakeHomeSketchPlayer,
	buildShellPage
} from './build.ts';

export { buildShellPage } from './build.ts';

const SHELL_MODULE_ID = 'virtual:sandbox-shell';
const RESOLVED_SHELL_MODULE_ID = `\0${SHELL_MODULE_ID}`;
const SCRIPT_BUILDER_BY_MODULE: Record<string, () => Promise<BundledScript>> = {
	'virtual:sandbox-early-script': buildEarlyScript,
	'virtual:sandbox-player': buildTakeHomeSketchPlayer,
	'virtual:sandbox-page-answers': buildTakeHomeFileAnswersScript,
	'virtual:sandbox-kit': buildProgramKit
};
const SHELL_SOURCE_PATHS = ['./shell/policy.ts', './shell/shell-response.ts'].map((path) =>
	fileURLToPath(new URL(path, import.meta.url))
);

export function sandboxShellPlugin(): Plugin {
	return {
		name: 'sandbox-shell',
		resolveId: (id) => (id === SHELL_MODULE_ID || Object.hasOwn(SCRIPT_BUILDER_BY_MODULE, id) ? `\0${id}` : undefined),
		async load(id) {
			const build = id.startsWith('\0') ? SCRIPT_BUILDER_BY_MODULE[id.slice(1)] : undefined;
			if (build !== undefined) {
				const { code, inputPaths } = await build();
				for (const input of inputPaths) this.addWatchFile(input);
				return `export default ${JSON.stringify(code)};`;
			}
			if (id !== RESOLVED_SHELL_MODULE_ID) return undefined;
			const { inputPaths, ...parts } = await buildShellPage();
			for (const input of inputPaths) this.addWatchFile(input);
			const [policySource, answerSource] = SHELL_SOURCE_PATHS;
			return [
				`import { shellHeaders, serviceWorkerHeaders as headers } from ${JSON.stringify(policySource)};`,
				`import { answerShellRequest, insertAppOrigins } from ${JSON.stringify(answerSource)};`,
				`const parts = ${JSON.stringify(parts)};`,
				'export const { html, serviceWorker, version } = parts;',
				'export const serviceWorkerPolicy = headers();',
				'export const page = (appOrigins) => insertAppOrigins(html, appOrigins);',
				'export const policy = (appOrigins) => shellHeaders(parts.hashes, appOrigins);',
				'export const answer = (request, appOrigins) => answerShellRequest(parts, request, appOrigins);'
			].join('\n');
		}
	};
}
