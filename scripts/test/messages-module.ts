import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import type { Plugin } from 'vite';

const MESSAGES_MODULE_PATH = fileURLToPath(new URL('../../src/lib/paraglide/messages.js', import.meta.url));

/** Creates a Vite plugin that bundles the messages. Otherwise every test process would load each of some 2,800 modules. */
export function messagesModulePlugin(): Plugin {
	return {
		name: 'braise:messages-module',
		enforce: 'pre',
		async load(id) {
			if (id !== MESSAGES_MODULE_PATH) return undefined;
			const bundle = await rolldown({ input: MESSAGES_MODULE_PATH, external: /\/runtime\.js$/ });
			const { output } = await bundle.generate({ format: 'es' });
			await bundle.close();
			return output[0].code;
		}
	};
}
