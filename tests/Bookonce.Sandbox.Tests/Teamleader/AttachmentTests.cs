using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bookonce.Sandbox.Teamleader;

namespace Bookonce.Sandbox.Tests.Teamleader;

public sealed class AttachmentTests
{
    [Fact]
    public async Task A_file_is_put_as_raw_bytes_at_a_temporary_address_and_fetched_from_another()
    {
        await using var account = await FocusAccount.Open();
        var (id, subject) = await Uploaded(account);
        var file = (await account.Data("files.list", $$"""{"filter":{"subject":{{subject}} } }"""))[0];
        Assert.Equal(("bewijs.pdf", 4), (file.GetProperty("name").GetString(), file.GetProperty("size").GetInt32()));
        Assert.Equal("application/pdf", file.GetProperty("mime_type").GetString());
        Assert.Equal("General", file.GetProperty("folder").GetString());

        var address = await account.Data("files.download", $$"""{"id":"{{id}}"}""");
        using var stranger = new HttpClient();
        var fetched = await stranger.GetAsync(address.GetProperty("location").GetString());
        Assert.Equal("%PDF", await fetched.Content.ReadAsStringAsync());
        Assert.Equal("application/pdf", fetched.Content.Headers.ContentType!.MediaType);

        await account.Do("files.delete", $$"""{"id":"{{id}}"}""");
        await account.Refused("files.info", $$"""{"id":"{{id}}"}""", 404);
    }

    [Fact]
    public async Task A_temporary_address_takes_one_file_and_expires()
    {
        await using var account = await FocusAccount.Open();
        var location = await Location(account);
        Assert.StartsWith($"{account.Url}temporary/", location, StringComparison.Ordinal);
        Assert.Equal(201, (int)(await account.Http.PostAsync(location, new ByteArrayContent([]))).StatusCode);
        Assert.Equal(404, (int)(await account.Http.PostAsync(location, new ByteArrayContent([]))).StatusCode);

        location = await Location(account);
        account.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(404, (int)(await account.Http.PostAsync(location, new ByteArrayContent([]))).StatusCode);
    }

    [Fact]
    public async Task A_temporary_file_belongs_to_nothing_and_vanishes_after_a_day()
    {
        await using var account = await FocusAccount.Open();
        var location = await Location(account, """{"type":"temporary"}""");
        var id = (await FocusAccount.Json(await account.Http.PostAsync(location, new ByteArrayContent([1])), 201))
            .GetProperty("data")
            .GetProperty("id")
            .GetGuid();
        var file = await account.Data("files.info", $$"""{"id":"{{id}}"}""");
        Assert.Equal(JsonValueKind.Null, file.GetProperty("subject").ValueKind);
        account.Clock.Advance(TimeSpan.FromHours(24));
        account.Use((await account.Tokens()).GetProperty("access_token").GetString()!);
        await account.Refused("files.info", $$"""{"id":"{{id}}"}""", 404);
    }

    [Fact]
    public async Task An_uploaded_file_shows_up_later_by_switch()
    {
        await using var account = await FocusAccount.Open(
            new TeamleaderSwitches { UploadedFiles = UploadedFiles.AfterTwoSeconds }
        );
        var (_, subject) = await Uploaded(account);
        var list = $$"""{"filter":{"subject":{{subject}} } }""";
        Assert.Empty((await account.Data("files.list", list)).EnumerateArray());
        account.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Single((await account.Data("files.list", list)).EnumerateArray());
    }

    [Theory]
    [InlineData("files.list", "{}", "filter.subject")]
    [InlineData("notes.list", "{}", "filter.subject")]
    [InlineData("files.list", """{"filter":{"subject":{"type":"invoice"}}}""", "filter.subject.id")]
    [InlineData("files.upload", """{"name":"x.pdf","subject":{"type":"planet"}}""", "subject.type")]
    [InlineData("files.upload", """{"subject":{"type":"temporary"}}""", "name")]
    [InlineData("notes.create", """{"content":"x"}""", "subject")]
    public async Task What_is_mandatory_is_named(string endpoint, string body, string field)
    {
        await using var account = await FocusAccount.Open();
        Assert.Equal(field, (await account.Refused(endpoint, body)).Field);
    }

    [Fact]
    public async Task Notes_are_written_changed_and_deleted_on_documents()
    {
        await using var account = await FocusAccount.Open();
        var subject = $$"""{"type":"invoice","id":"{{await account.Booked(10)}}"}""";
        var list = $$"""{"filter":{"subject":{{subject}} } }""";
        var id = await account.Create("notes.create", $$"""{"subject":{{subject}},"content":"een"}""");
        await account.Do("notes.update", $$"""{"id":"{{id}}","content":"twee"}""");
        Assert.Equal("twee", (await account.Data("notes.list", list))[0].GetProperty("content").GetString());
        await account.Do("notes.delete", $$"""{"id":"{{id}}"}""");
        Assert.Empty((await account.Data("notes.list", list)).EnumerateArray());
    }

    [Fact]
    public async Task An_invoice_is_sent_with_a_text_and_files_that_are_there()
    {
        await using var account = await FocusAccount.Open();
        var id = await account.Booked(10);
        var (file, _) = await Uploaded(account);
        await account.Do(
            "invoices.send",
            $$"""{"id":"{{id}}","content":{"subject":"Factuur","body":"#LINK"},"recipients":{"to":[{"email":"a@b.test"}]},"attachments":["{{file}}"]}"""
        );
        Assert.True(account.State.FindInvoice(id)!.Sent);
        Assert.Equal("content", (await account.Refused("invoices.send", $$"""{"id":"{{id}}"}""")).Field);
        var unknown = $$"""{"id":"{{id}}","content":{"subject":"F","body":"x"},"attachments":["{{id}}"]}""";
        Assert.Equal("attachments.0", (await account.Refused("invoices.send", unknown)).Field);
    }

    [Theory]
    [InlineData(PeppolOutcome.Sent, "sent", 400)]
    [InlineData(PeppolOutcome.Failed, "sending_failed", 204)]
    [InlineData(PeppolOutcome.StaysSending, "sending", 400)]
    public async Task A_document_goes_over_Peppol_once_and_only_when_booked(
        PeppolOutcome outcome,
        string status,
        int again
    )
    {
        await using var account = await FocusAccount.Open(new TeamleaderSwitches { Peppol = outcome });
        var draft = await account.Create("invoices.draft", account.DraftOf(1));
        await account.Refused("invoices.sendViaPeppol", $$"""{"id":"{{draft}}"}""");
        var id = $$"""{"id":"{{await account.Booked(10)}}"}""";
        var note = $$"""{"id":"{{await account.Create("invoices.credit", id)}}"}""";
        foreach (var (resource, body) in new[] { ("invoices", id), ("creditNotes", note) })
        {
            await account.Do($"{resource}.sendViaPeppol", body);
            var info = await account.Data($"{resource}.info", body);
            Assert.Equal(status, info.GetProperty("peppol_status").GetString());
            Assert.Equal(again, (int)(await account.Send($"{resource}.sendViaPeppol", body)).StatusCode);
        }
    }

    [Theory]
    [InlineData("data:image/png;base64,iVBORw0KGgo=", 204)]
    [InlineData("data:text/plain;base64,iVBORw0KGgo=", 400)]
    [InlineData("data:image/png;base64,?", 400)]
    [InlineData(null, 204)]
    public async Task A_picture_is_a_data_URI_or_nothing(string? image, int status)
    {
        await using var account = await FocusAccount.Open();
        var body = JsonSerializer.Serialize(new { id = account.Company.Id, image });
        Assert.Equal(status, (int)(await account.Send("companies.uploadLogo", body)).StatusCode);
    }

    [Theory]
    [InlineData("companies.add", "invoicing", "fax", null)]
    [InlineData("companies.add", "primary", "mobile", "telephones.0.type")]
    [InlineData("contacts.add", "primary", "mobile", null)]
    [InlineData("contacts.add", "invoicing", "phone", "emails.0.type")]
    public async Task Companies_have_no_mobile_and_people_no_invoicing_address(
        string endpoint,
        string email,
        string telephone,
        string? field
    )
    {
        await using var account = await FocusAccount.Open();
        var body = JsonSerializer.Serialize(
            new
            {
                name = "x",
                last_name = "x",
                emails = new[] { new { type = email, email = "a@b.test" } },
                telephones = new[] { new { type = telephone, number = "1" } },
            }
        );
        if (field is null)
            await account.Create(endpoint, body);
        else
            Assert.Equal(field, (await account.Refused(endpoint, body)).Field);
    }

    static async Task<(Guid Id, string Subject)> Uploaded(FocusAccount account)
    {
        var subject = $$"""{"type":"company","id":"{{account.Company.Id}}"}""";
        var body = new ByteArrayContent(Encoding.ASCII.GetBytes("%PDF"));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using var stranger = new HttpClient();
        var answer = await stranger.PostAsync(await Location(account, subject), body);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return ((await FocusAccount.Json(answer, 201)).GetProperty("data").GetProperty("id").GetGuid(), subject);
    }

    static async Task<string> Location(FocusAccount account, string? subject = null) =>
        (
            await account.Data(
                "files.upload",
                $$"""{"name":"bewijs.pdf","subject":{{subject ?? $$"""{"type":"company","id":"{{account.Company.Id}}"}"""}} }"""
            )
        )
            .GetProperty("location")
            .GetString()!;
}
