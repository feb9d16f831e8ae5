import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { map, show } from '../__testUtils__/showMap';

describe('files', () => {
  let files: Blob[];
  beforeEach(() => {
    files = [];
    URL.createObjectURL = blob => {
      files.push(blob as Blob);
      return 'blob:map';
    };
    URL.revokeObjectURL = () => {};
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation();
  });
  afterEach(() => jest.restoreAllMocks());

  it('are exactly what is shown', async () => {
    show();
    await map();
    for (const name of ['CSV', 'JSON', 'SVG']) {
      await userEvent.click(screen.getByRole('button', { name }));
    }
    const [csv, json, svg] = await Promise.all(files.map(file => file.text()));
    expect(csv.trim().split('\r\n')).toHaveLength(21);
    expect(JSON.parse(json).edges).toHaveLength(20);
    expect(svg).toContain('Who calls whom');
    expect(svg).toContain('all 20 edges shown');
    expect(svg).toContain('checkout');
    expect(svg).not.toMatch(/class=|style=|role="button"|var\(/);
  });
});
