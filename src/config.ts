export interface Config {
  production: boolean;
  port: number;
  publicUrl: string;
  databaseUrl?: string;
  dataFolder: string;
  secret: string;
  resend?: { apiKey: string; baseUrl?: string; from: string };
  portalLinkDays: number;
  sessionHours: number;
  databasePool: number;
  seedDemo: boolean;
  playground: boolean;
}
