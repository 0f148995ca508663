/** Serves the messages to unit tests as one module, instead of as one for each message. */
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import type { Plugin } from 'vite';

const MESSAGES = fileURLToPath(new URL('../../src/lib/paraglide/messages.js', import.meta.url));

/** Vite would transform each of some 2,800 modules by itself, and every process of tests would ask for each. */
export function messagesModulePlugin(): Plugin {
	return {
		name: 'braise:messages-module',
		enforce: 'pre',
		async load(id) {
			if (id !== MESSAGES) return undefined;
			const bundle = await rolldown({ input: MESSAGES, external: /\/runtime\.js$/ });
			const { output } = await bundle.generate({ format: 'es' });
			await bundle.close();
			return output[0].code;
		}
	};
}
