using System.Text.Json.Nodes;
using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;
using Bookonce.Sandbox.Teamleader.State;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>Files on the pages of records. Their bytes are put and fetched at temporary addresses.</summary>
internal static class Files
{
    static readonly string[] SubjectTypes =
    [
        "company",
        "contact",
        "deal",
        "invoice",
        "creditNote",
        "product",
        "project",
        "nextgenProject",
        "ticket",
    ];

    static readonly string[] UploadTypes =
    [
        "company",
        "contact",
        "deal",
        "invoice",
        "creditNote",
        "nextgenProject",
        "ticket",
        "temporary",
    ];

    public static Answer List(Call call)
    {
        var subject = call.Body["filter"].Object()["subject"].ReadSubject(SubjectTypes);
        return Answer.Data(call.Page(call.State.FilesOf(subject)), Row);
    }

    public static Answer Info(Call call) => Answer.Data(Row(Subject(call)));

    public static Answer Download(Call call)
    {
        var (file, expires) = (Subject(call), call.State.TemporaryExpiry);
        return call.Temporary(
            new TemporaryAddresses.Download(expires, file.Name, file.MimeType, file.Content),
            "expires_at"
        );
    }

    public static Answer Upload(Call call)
    {
        var name = call.Body["name"].RequiredText();
        var input = call.Body["subject"];
        var subject =
            input.Required.Object()["type"].Required.OneOf(UploadTypes) == "temporary"
                ? new Subject("temporary", Id: null)
                : input.ReadSubject(UploadTypes);
        if (subject.Id is not null && !call.State.Has(subject))
            throw input["id"].Invalid;
        var folder = call.Body["folder"].Text() is { Length: > 0 } given ? given : "General";
        var upload = new TemporaryAddresses.Upload(call.State.TemporaryExpiry, subject, name, folder, call.UserId);
        return call.Temporary(upload, "expires_at");
    }

    public static Answer Delete(Call call)
    {
        call.State.FilesById.Remove(Subject(call).Id);
        return Answer.Done;
    }

    static StoredFile Subject(Call call) => call.Subject(call.State.FindFile, "File");

    static JsonObject Row(StoredFile file) =>
        new()
        {
            ["id"] = file.Id,
            ["subject"] = Wire.Reference(file.Subject.Type, file.Subject.Id),
            ["name"] = file.Name,
            ["mime_type"] = file.MimeType,
            ["size"] = file.Content.Length,
            ["updated_at"] = Wire.Moment(file.UpdatedAt),
            ["uploaded_by"] = Wire.Reference("user", file.UploadedBy),
            ["folder"] = file.Folder,
        };
}
