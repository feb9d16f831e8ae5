export const pluginId = 'sightline';
