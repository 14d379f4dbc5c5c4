# syntax=docker/dockerfile:1
FROM node:24-alpine AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:24-alpine
WORKDIR /app
ENV NODE_ENV=production \
    HEALTH_FILE=/tmp/soundtrack-bot.health
# The one folder that is written to; a new volume takes its owner from here.
RUN mkdir .data && chown node:node .data
COPY --from=dependencies /app/node_modules node_modules
COPY package.json ./
COPY src src
COPY commands commands
COPY data data
COPY scripts scripts
USER node
VOLUME /app/.data
# The bot touches the file every 10 s while it is connected to Discord (src/health.ts).
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=2 \
  CMD test -n "$(find "$HEALTH_FILE" -mmin -1 2>/dev/null)"
CMD ["node", "src/main.ts"]
