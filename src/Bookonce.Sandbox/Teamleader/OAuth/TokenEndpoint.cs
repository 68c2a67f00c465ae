using System.Text.Json.Nodes;
using Bookonce.Sandbox.Teamleader.Http;

namespace Bookonce.Sandbox.Teamleader.OAuth;

/// <summary>Exchanges codes and refresh tokens for pairs of tokens.</summary>
internal sealed class TokenEndpoint(TeamleaderState state, TeamleaderSandboxOptions options)
{
    public Answer Answer(Func<string, string?> parameter)
    {
        if (parameter("client_id") != options.ClientId || parameter("client_secret") != options.ClientSecret)
            return Refuse(401, "invalid_client", "Client authentication failed");

        lock (state.Gate)
        {
            return parameter("grant_type") switch
            {
                "authorization_code" => Redeem(parameter("code"), parameter("redirect_uri")),
                "refresh_token" => Refresh(parameter("refresh_token")),
                null => Refuse(400, "invalid_request", "grant_type must be present"),
                _ => Refuse(400, "unsupported_grant_type", "The grant type is not supported"),
            };
        }
    }

    Answer Redeem(string? code, string? redirectUri) =>
        code is null || redirectUri is null ? Refuse(400, "invalid_request", "code and redirect_uri must be present")
        : state.Grants.Redeem(options.ClientId, code, redirectUri) is { } pair ? Grant(pair)
        : Refuse(400, "invalid_grant", "Authorization code is invalid, used or expired");

    Answer Refresh(string? refreshToken) =>
        refreshToken is null ? Refuse(400, "invalid_request", "refresh_token must be present")
        : state.Grants.Refresh(options.ClientId, refreshToken, state.Switches) is { } pair
            ? Grant(pair) with
            {
                IsRefresh = true,
            }
        : Refuse(400, "invalid_grant", "Token has been revoked");

    static Answer Grant(Grants.Pair pair) =>
        new(
            200,
            new JsonObject
            {
                ["token_type"] = "Bearer",
                ["expires_in"] = (int)Grants.AccessLife.TotalSeconds,
                ["access_token"] = pair.AccessToken,
                ["refresh_token"] = pair.RefreshToken,
            }
        );

    Answer Refuse(int status, string error, string hint) =>
        new(
            status,
            state.Switches.TokenErrors == TokenErrorBody.PlainOAuth
                ? new JsonObject { ["error"] = error }
                : new JsonObject
                {
                    ["errors"] = new JsonArray(
                        new JsonObject
                        {
                            ["status"] = status,
                            ["title"] = error,
                            ["meta"] = new JsonObject { ["hint"] = hint },
                        }
                    ),
                }
        );
}
