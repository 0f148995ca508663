import { packTakeHome } from '../../take-home/index.ts';
import { createCompiler } from '../client.ts';

Object.assign(globalThis, { createCompiler, takeHome: packTakeHome });
