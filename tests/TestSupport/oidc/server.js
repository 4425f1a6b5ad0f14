// node server.js PORT: an OpenID Connect provider whose people log in without asking anybody.
//
//   PUT /person  {"sub": …, "name": …, "email": …, "acr": …}   who logs in from now on
//   PUT /lie     {"lie": "issuer" | "audience" | … | ""}        how id tokens are falsified from now on
import { generateKeyPair, exportJWK, SignJWT, UnsecuredJWT, decodeJwt } from 'jose'
import Provider from 'oidc-provider'

const port = Number(process.argv[2])
const issuer = `http://localhost:${port}`
const client = 'champions'
const secret = 'a secret of thirty-two characters'

const { privateKey } = await generateKeyPair('RS256', { extractable: true })
const stranger = (await generateKeyPair('RS256')).privateKey
const key = { ...await exportJWK(privateKey), kid: 'house', alg: 'RS256', use: 'sig' }

let person = { sub: 'person-1', name: 'Amara Osei', email: 'amara@trust.example' }
let lie = ''

const provider = new Provider(issuer, {
  clients: [{
    client_id: client,
    client_secret: secret,
    redirect_uris: ['http://localhost/not-used'],
    response_types: ['code'],
    grant_types: ['authorization_code'],
  }],
  jwks: { keys: [key] },
  cookies: { keys: ['only for tests'] },
  pkce: { required: () => true },
  claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
  conformIdTokenClaims: false,
  acrValues: ['urn:trust:gold'],
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/log-in/${interaction.uid}` },
  findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...person, sub }) }),
  async loadExistingGrant(ctx) {
    const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId })
    grant.addOIDCScope('openid profile email')
    await grant.save()
    return grant
  },
})

// Wherever this run of Champions listens: the tests check the address, not this server
provider.Client.prototype.redirectUriAllowed = uri => uri.includes('/sign-in/single-sign-on/')

async function bodyOf(request) {
  let text = ''
  for await (const part of request) text += part
  return JSON.parse(text)
}

async function falsify(token) {
  const claims = decodeJwt(token)
  const now = Math.floor(Date.now() / 1000)
  const sign = (changed, by = privateKey, header = { alg: 'RS256', kid: 'house' }) =>
    new SignJWT({ ...claims, ...changed }).setProtectedHeader(header).sign(by)
  switch (lie) {
    case '': return token
    case 'published issuer':
    case 'issuer': return sign({ iss: 'http://localhost:1/other' })
    case 'audience': return sign({ aud: 'somebody-else' })
    case 'nonce': return sign({ nonce: 'another' })
    case 'no nonce': return sign({ nonce: undefined })
    case 'expired': return sign({ iat: now - 7200, exp: now - 3600 })
    case 'other key': return sign({}, stranger)
    case 'secret as key': return sign({}, new TextEncoder().encode(secret), { alg: 'HS256' })
    case 'none': return new UnsecuredJWT(claims).encode()
    case 'no subject': return sign({ sub: undefined })
    case 'no expiry': return sign({ exp: undefined })
    default: throw new Error(`No such lie: ${lie}`)
  }
}

provider.use(async (ctx, next) => {
  if (ctx.method === 'PUT' && ctx.path === '/person') {
    person = await bodyOf(ctx.req)
    ctx.status = 204
    return
  }

  if (ctx.method === 'PUT' && ctx.path === '/lie') {
    lie = (await bodyOf(ctx.req)).lie
    ctx.status = 204
    return
  }

  if (ctx.path.startsWith('/log-in/')) {
    await provider.interactionFinished(ctx.req, ctx.res, { login: { accountId: person.sub, acr: person.acr } })
    ctx.respond = false
    return
  }

  await next()
  if (lie === 'published issuer' && ctx.path === '/.well-known/openid-configuration') {
    ctx.body = { ...ctx.body, issuer: 'http://localhost:1/other' }
  }

  if (ctx.path === '/token' && ctx.body?.id_token) {
    ctx.body = { ...ctx.body, id_token: await falsify(ctx.body.id_token) }
  }
})

const server = provider.listen(port, '127.0.0.1', () => console.log('ready'))
process.on('SIGTERM', () => server.close())
