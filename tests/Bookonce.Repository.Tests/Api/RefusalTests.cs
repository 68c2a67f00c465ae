namespace Bookonce.Repository.Tests.Api;

/// <summary>Who is not let in, and what is not carried out; always in the one shape.</summary>
[Collection(WithApiServer.Name)]
public sealed class RefusalTests(ApiServer server)
{
    /// <summary>Of no plan and no list.</summary>
    public const string Seal = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("GET", "/repairs/0123/state", null, 404, "repairUnknown")]
    [InlineData("GET", "/repairs/0123/undo", null, 404, "repairUnknown")]
    [InlineData("GET", "/repairs/plans?case=twins-1", null, 422, "caseUnknown")]
    [InlineData("GET", "/repairs/plans?keep=x", null, 400, "usage")]
    [InlineData("GET", "/repairs/plans?shown=a=b", null, 400, "usage")]
    [InlineData("GET", "/repairs/plans?notFiled=perhaps", null, 400, "usage")]
    [InlineData("GET", "/repairs/plans?withdraw=none such", null, 422, "unknownDocument")]
    [InlineData("GET", "/repairs/plans?keep=twins-1=70/2026/1", null, 422, "entryUnknown")]
    [InlineData("GET", "/numbers?shown=70", null, 400, "usage")]
    [InlineData("GET", "/numbers?shown=99/2026=1", null, 422, "unknownSeries")]
    [InlineData("GET", "/numbers?show=70/2026=1", null, 400, "usage")]
    [InlineData("GET", "/numbers?connection=x", null, 400, "usage")]
    [InlineData("GET", "/release", null, 400, "usage")]
    [InlineData("GET", "/release?from=2026-02-30", null, 400, "usage")]
    [InlineData("GET", "/release?from=0001-01-01", null, 400, "usage")]
    [InlineData("GET", "/release?from=2026-01-01&from=2026-01-02", null, 400, "usage")]
    [InlineData("GET", "/proofs/0123", null, 404, "proofUnknown")]
    [InlineData("GET", "/proofs/0f0e0d0c-0000-0000-0000-000000000000?format=pdf", null, 404, "proofUnknown")]
    [InlineData("GET", "/nothing", null, 404, "unknownAddress")]
    [InlineData("GET", "/repairs/0123/resume", null, 405, "wrongMethod")]
    [InlineData("DELETE", "/repairs", null, 405, "wrongMethod")]
    [InlineData("POST", "/numbers", "{}", 405, "wrongMethod")]
    [InlineData("POST", "/repairs", null, 415, "usage")]
    [InlineData("POST", "/repairs", "", 400, "usage")]
    [InlineData("POST", "/repairs", "{", 400, "usage")]
    [InlineData("POST", "/repairs", "[]", 400, "usage")]
    [InlineData("POST", "/repairs", "null", 400, "usage")]
    [InlineData("POST", "/repairs", "{}", 400, "usage")]
    [InlineData("POST", "/repairs", $$"""{"yes":true,"plan":"{{Seal}}","really":true}""", 400, "usage")]
    [InlineData("POST", "/repairs", $$"""{"yes":true,"Plan":"{{Seal}}"}""", 400, "usage")]
    [InlineData("POST", "/repairs", $$"""{"yes":"true","plan":"{{Seal}}"}""", 400, "usage")]
    [InlineData("POST", "/repairs", $$"""{"yes":null,"plan":"{{Seal}}"}""", 400, "usage")]
    [InlineData("POST", "/repairs", $$"""{"yes":true,"plan":null}""", 400, "usage")]
    [InlineData("POST", "/repairs", $$"""{"yes":true,"yes":true,"plan":"{{Seal}}"}""", 400, "usage")]
    [InlineData("POST", "/repairs", $$"""{"yes":true,"plan":"{{Seal}}","keep":[]}""", 400, "usage")]
    [InlineData("POST", "/repairs", $$"""{"yes":true,"plan":"{{Seal}}","case":[null]}""", 400, "usage")]
    [InlineData("POST", "/repairs", $$"""{"yes":true,"plan":"{{Seal}}","shown":{"a":1.5} }""", 400, "usage")]
    [InlineData("POST", "/repairs", $$"""{"plan":"{{Seal}}"}""", 422, "notConfirmed")]
    [InlineData("POST", "/repairs", $$"""{"yes":false,"plan":"{{Seal}}"}""", 422, "notConfirmed")]
    [InlineData("POST", "/repairs", $$"""{"yes":true,"plan":"{{Seal}}","withdraw":["x"]}""", 422, "unknownDocument")]
    [InlineData("POST", "/repairs", $$"""{"yes":true,"plan":"{{Seal}}"}""", 409, "planStale")]
    [InlineData("POST", "/repairs/0123/resume", """{"yes":true}""", 404, "repairUnknown")]
    [InlineData("POST", "/repairs/0123/undo", $$"""{"yes":true,"plan":"{{Seal}}"}""", 404, "repairUnknown")]
    [InlineData("POST", "/repairs/0123/give-up", """{"yes":true}""", 404, "repairUnknown")]
    [InlineData("POST", "/repairs/0123/stop", null, 404, "repairUnknown")]
    [InlineData("POST", "/release", """{"yes":true,"from":"2026-13-01","seal":""}""", 400, "usage")]
    [InlineData("POST", "/release", """{"yes":true,"from":"0001-01-01","seal":""}""", 400, "usage")]
    [InlineData("POST", "/release", """{"from":"2026-01-01","seal":""}""", 422, "notConfirmed")]
    [InlineData("POST", "/release", $$"""{"yes":true,"from":"2026-01-01","seal":"{{Seal}}"}""", 409, "listOutdated")]
    [InlineData("POST", "/numbers/go-on", """{"journal":"70","year":2026,"next":1}""", 422, "notConfirmed")]
    [InlineData("POST", "/numbers/go-on", """{"yes":true,"journal":"70","year":2026,"next":0}""", 422, "numberWrong")]
    [InlineData("POST", "/numbers/go-on", """{"yes":true,"journal":"70","year":2026,"next":1e99}""", 400, "usage")]
    [InlineData("POST", "/proofs", """{"from":"yesterday"}""", 400, "usage")]
    [InlineData("POST", "/preview?now=true", null, 400, "usage")]
    public async Task What_cannot_be_done_is_refused_with_its_reason(
        string method,
        string path,
        string? body,
        int status,
        string code
    )
    {
        var answer = await server.Send(new HttpMethod(method), server.Connection + path, body, server.Key);

        Assert.Equal(code, answer.Refusal(status));
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_said_of_books_that_nobody_has_read() =>
        Assert.Equal("notReadYet", server.Unread.Refusal(409));

    [Fact]
    public async Task What_the_address_does_not_name_is_refused_in_the_same_shape()
    {
        var method = await server.Post("/api/v1/connections", "{}");

        Assert.Equal("unknownConnection", (await server.Get("/api/v1/connections/nobody/run")).Refusal(404));
        Assert.Equal("unknownAddress", (await server.Get("/api")).Refusal(404));
        Assert.Equal("unknownAddress", (await server.Get("/api/v2/connections")).Refusal(404));
        Assert.Equal("wrongMethod", method.Refusal(405));
        var form = await server.Send(
            HttpMethod.Post,
            $"{server.Connection}/release",
            "yes=true",
            server.Key,
            contentType: "application/x-www-form-urlencoded"
        );
        Assert.Equal("usage", form.Refusal(415));
        (await server.Get("/api/v1/connections")).As("connections");
        (await server.Get($"{server.Connection}/run")).As("run-state");
        (await server.Get($"{server.Connection}/repairs")).As("repairs");
        (await server.Get("/api/v1/connections/De%20Linde%20Digitaal%20BV/numbers")).As("numbers");
    }

    [Theory]
    [InlineData(null, "keyMissing")]
    [InlineData("", "keyUnknown")]
    [InlineData("bookonce_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "keyUnknown")]
    public async Task Without_a_key_nothing_is_answered(string? key, string code)
    {
        string[] paths = ["/api/v1/connections", "/api/v1/nothing", $"{server.Connection}/run"];
        foreach (var path in paths)
        {
            var answer = await server.Send(HttpMethod.Get, path, null, key);

            Assert.Equal(code, answer.Refusal(401));
            Assert.Equal("Bearer", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
            Assert.Equal(
                code,
                (await server.Send(HttpMethod.Post, $"{server.Connection}/repairs", "{}", key)).Refusal(401)
            );
        }
    }
}
