import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { map, panel, show, url } from '../__testUtils__/showMap';

describe('the table', () => {
  const ids = (drawing: HTMLElement, kind: 'node' | 'edge') =>
    [...drawing.querySelectorAll<SVGElement>(`[data-${kind}]`)]
      .map(({ dataset }) => dataset[kind]!)
      .filter((id, at, all) => all.indexOf(id) === at);

  it('has a row for every edge and every node of the drawing, by the key t', async () => {
    show('/?open=system:default/money');
    const drawing = await map();
    const [nodes, edges] = [ids(drawing, 'node'), ids(drawing, 'edge')];
    await userEvent.keyboard('t');
    const table = await screen.findByRole('grid', { name: 'Edges of the map' });
    expect(table).toHaveAttribute('aria-rowcount', String(edges.length + 1));
    await userEvent.click(
      screen.getByRole('button', { name: `${nodes.length} nodes` }),
    );
    expect(
      await screen.findByRole('grid', { name: 'Nodes of the map' }),
    ).toHaveAttribute('aria-rowcount', String(nodes.length + 1));
    await userEvent.keyboard('g');
    expect(await map()).toBeVisible();
  });

  it('says of an edge what the drawing says of it', async () => {
    show('/?view=table&group=none&compare=day&sort=change');
    const grid = await screen.findByRole('grid');
    const row = within(grid)
      .getAllByRole('row')
      .find(one => /^FraudOrders|Fraud DetectionOrders/.test(one.textContent!));
    expect(row).toHaveTextContent('new');
    expect(row).toHaveTextContent('undeclared');
    expect(row).toHaveTextContent('0.9 /s');
  });

  it('sorts here, and the URL keeps it', async () => {
    show('/?view=table&group=none');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Errors' }),
    );
    expect(url()).toBe('/?group=none&view=table&sort=errors&order=asc');
    await userEvent.click(screen.getByRole('button', { name: /^Errors/ }));
    const [, first] = screen.getAllByRole('row');
    expect(first).toHaveTextContent('api.parcelwind.example');
  });

  it('opens an edge beside it', async () => {
    show('/?view=table&group=none');
    await screen.findByText('Reviews database');
    act(() => screen.getByRole('grid').focus());
    await userEvent.keyboard('{Enter}');
    expect(await panel(/^Reviews → Reviews database$/)).toBeVisible();
  });
});
