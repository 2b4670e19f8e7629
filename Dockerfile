# Three stages: the web by Node, the server by the .NET SDK, and a small image that runs as nobody in particular.
FROM node:20-bookworm-slim AS web
WORKDIR /src
COPY web/package.json web/package-lock.json web/.npmrc web/
RUN cd web && npm ci
COPY web web
COPY src/texts src/texts
COPY tests/LogiPilot.Kaizen.Server.Tests/schema.verified.graphql tests/LogiPilot.Kaizen.Server.Tests/
RUN cd web && npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS server
WORKDIR /src
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src src
RUN dotnet publish src/LogiPilot.Kaizen.Server -c Release -o /app -p:SkipWeb=true -p:PublishReadyToRun=false
COPY --from=web /src/web/dist /app/wwwroot

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=server --chown=root:root /app .
RUN mkdir /data && chown $APP_UID /data
USER $APP_UID
VOLUME /data
EXPOSE 5080
ENV ASPNETCORE_ENVIRONMENT=Production DOTNET_gcServer=0
# The image has no curl; bash speaks enough HTTP to ask whether the server is ready.
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/5080 && printf 'GET /health/ready HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '200 OK' <&3"]
ENTRYPOINT ["dotnet", "LogiPilot.Kaizen.Server.dll"]
CMD ["serve", "--data", "/data", "--urls", "http://0.0.0.0:5080"]
