import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadJudgeParts } from '../../parts.ts';
import { QuickjsEngine } from './engine.ts';
import { EngineMemoryPool, type EngineMemory } from './memory-images.ts';

const STACK_BYTES = 1_000_000;
const MAX_MEMORY_MEGABYTES = 64;

async function startEngine({ memory }: EngineMemory): Promise<QuickjsEngine> {
	const { wasm } = await loadJudgeParts();
	return QuickjsEngine.open(new WebAssembly.Module(readFileSync(wasm)), memory);
}

async function evaluateInEngine(engineMemory: EngineMemory, code: string): Promise<void> {
	const engine = await startEngine(engineMemory);
	const refuseHostCall = (): never => {
		throw new Error('This code calls nothing.');
	};
	engine.setCallbacks({ callHost: refuseHostCall, isAttemptOver: () => false, onHostError: refuseHostCall });
	const { context } = engine.createRuntime(STACK_BYTES);
	engine.evaluate(context, code, 'program.js');
}

const copyMemoryBytes = ({ memory }: EngineMemory): Buffer => Buffer.from(memory.buffer.slice(0));

test('an engine in a reused memory starts with the same bytes as in a new memory', async () => {
	const pool = new EngineMemoryPool();
	const usedMemory = pool.takeMemory(MAX_MEMORY_MEGABYTES);
	await evaluateInEngine(usedMemory, `globalThis.secret = Array.from({ length: 1000 }, (_, n) => 'a secret ' + n);`);
	expect(copyMemoryBytes(usedMemory).includes('a secret 999')).toBe(true);
	pool.putBackMemory(usedMemory);
	const nextMemory = pool.takeMemory(MAX_MEMORY_MEGABYTES);
	expect(nextMemory.memory).toBe(usedMemory.memory);
	await startEngine(nextMemory);
	const newMemory = new EngineMemoryPool().takeMemory(MAX_MEMORY_MEGABYTES);
	await startEngine(newMemory);
	expect(copyMemoryBytes(nextMemory).equals(copyMemoryBytes(newMemory))).toBe(true);
});

test('a memory is reused only for the same limit, and never after it has grown', () => {
	const pool = new EngineMemoryPool();
	const first = pool.takeMemory(32);
	pool.putBackMemory(first);
	const other = pool.takeMemory(MAX_MEMORY_MEGABYTES);
	expect(other.memory).not.toBe(first.memory);
	expect(other.maxBytes).toBe(MAX_MEMORY_MEGABYTES * 1024 * 1024);
	other.memory.grow(1);
	pool.putBackMemory(other);
	expect(pool.takeMemory(MAX_MEMORY_MEGABYTES).memory).not.toBe(other.memory);
	expect(pool.takeMemory(32).memory).toBe(first.memory);
});
