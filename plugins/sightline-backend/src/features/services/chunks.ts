export { breathe, chunks, inChunks } from '../../platform/chunks';
