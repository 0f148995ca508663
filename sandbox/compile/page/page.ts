/** Exposes the compiler and `takeHome` to tests that drive this page. */
import { takeHome } from '../../take-home/index.ts';
import { createCompiler } from '../client.ts';

Object.assign(globalThis, { createCompiler, takeHome });
