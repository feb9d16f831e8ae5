import { Content, PageWithHeader } from '@backstage/core-components';
import { ContractsPage } from './features/contracts';
import { FleetPage } from './features/fleet';
import { JourneysPage } from './features/journeys';
import { LookupPage } from './features/lookup';
import { MapPage } from './features/map';
import { SlosPage } from './features/slos';
import { SourcesPage } from './features/sources';

/** The new frontend system draws the shell around a page; the old one does not. */
export const LegacyFleetPage = () => (
  <PageWithHeader title="Fleet" themeId="tool">
    <Content noPadding>
      <FleetPage />
    </Content>
  </PageWithHeader>
);

export const LegacyLookupPage = () => (
  <PageWithHeader title="Lookup" themeId="tool">
    <Content noPadding>
      <LookupPage />
    </Content>
  </PageWithHeader>
);

export const LegacyMapPage = () => (
  <PageWithHeader title="Map" themeId="tool">
    <Content noPadding>
      <MapPage />
    </Content>
  </PageWithHeader>
);

export const LegacySourcesPage = () => (
  <PageWithHeader title="Sources" themeId="tool">
    <Content noPadding>
      <SourcesPage />
    </Content>
  </PageWithHeader>
);

export const LegacyJourneysPage = () => (
  <PageWithHeader title="Journeys" themeId="tool">
    <Content noPadding>
      <JourneysPage />
    </Content>
  </PageWithHeader>
);

export const LegacySlosPage = () => (
  <PageWithHeader title="SLOs" themeId="tool">
    <Content noPadding>
      <SlosPage />
    </Content>
  </PageWithHeader>
);

export const LegacyContractsPage = () => (
  <PageWithHeader title="Contracts" themeId="tool">
    <Content noPadding>
      <ContractsPage />
    </Content>
  </PageWithHeader>
);
