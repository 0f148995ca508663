/** Numbers of the host functions. Every engine starts from a memory image that contains them. */
import type { JSContextPointer } from 'quickjs-emscripten-core';
import type { RealmHost } from '../../realm/host.ts';
import { TIMER_KINDS } from '../../realm/host.ts';
import type { QuickjsEngine, HostCallHandler } from './engine.ts';

export const HOST_FUNCTION_NAMES = [
	'sendToOtherRealm',
	'reportProgress',
	'writeToConsole',
	'processorTime',
	'now',
	'random',
	'startTimer',
	'cancelTimer'
] as const satisfies (keyof RealmHost)[];

export function createHostCallHandler(
	engine: QuickjsEngine,
	context: JSContextPointer,
	host: RealmHost
): HostCallHandler {
	return (callNumber, [first, second, third]) => {
		const readTextArgument = () => (first === undefined ? '' : engine.readEngineString(context, first));
		const readNumberArgument = (value = first) => (value === undefined ? 0 : engine.ffi.QTS_GetFloat64(context, value));
		switch (HOST_FUNCTION_NAMES[callNumber]) {
			case 'sendToOtherRealm':
				return host.sendToOtherRealm(readTextArgument());
			case 'reportProgress':
				return void host.reportProgress(readTextArgument());
			case 'writeToConsole':
				return void host.writeToConsole(readTextArgument());
			case 'processorTime':
				return host.processorTime();
			case 'now':
				return host.now();
			case 'random':
				return host.random();
			case 'startTimer':
				return void host.startTimer(
					readNumberArgument(),
					readNumberArgument(second),
					TIMER_KINDS[readNumberArgument(third)] ?? 'once'
				);
			case 'cancelTimer':
				return void host.cancelTimer(readNumberArgument());
			case undefined:
				throw new Error('There is no such function.');
		}
	};
}
