export * from './apis/Api.client';
export * from './types';
