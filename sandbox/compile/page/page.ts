/** Hands the compiler to a test that drives this page. */
import { createCompiler } from '../client.ts';

Object.assign(globalThis, { createCompiler });
