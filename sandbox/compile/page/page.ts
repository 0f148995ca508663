/** Hands the compiler, and what is made with it, to a test that drives this page. */
import { takeHome } from '../../take-home/index.ts';
import { createCompiler } from '../client.ts';

Object.assign(globalThis, { createCompiler, takeHome });
