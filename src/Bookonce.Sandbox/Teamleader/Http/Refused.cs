using System.Text;
using System.Text.Json.Nodes;

namespace Bookonce.Sandbox.Teamleader.Http;

/// <summary>The two refusals whose bodies the service does not document.</summary>
internal static class Refused
{
    public static Answer Unauthorized(UnauthorizedBody body) =>
        body switch
        {
            UnauthorizedBody.ErrorsArray => new Refusal(401, "Unauthorized").ToAnswer(),
            UnauthorizedBody.PlainOAuth => new Answer(
                401,
                new JsonObject
                {
                    ["error"] = "access_denied",
                    ["error_description"] = "The resource owner or authorization server denied the request.",
                }
            ),
            UnauthorizedBody.Empty => new Answer(401, null),
        };

    public static Answer TooManyRequests(TooManyRequestsBody body) =>
        body switch
        {
            TooManyRequestsBody.ErrorsArray => new Refusal(429, "Rate limit exceeded").ToAnswer(),
            TooManyRequestsBody.PlainText => new Answer(
                429,
                null,
                "text/plain",
                Encoding.UTF8.GetBytes("Rate limit exceeded")
            ),
            TooManyRequestsBody.Empty => new Answer(429, null),
        };
}
