namespace Bookonce.Sandbox.ExactOnline.OData;

/// <summary>An answer of the service that is an error; the body has the service's own shape.</summary>
internal sealed class ApiException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;

    /// <summary>The Reason header of a 403, or null.</summary>
    public string? Reason { get; init; }

    public static ApiException QuerySyntax(string? detail = null) =>
        new(
            400,
            detail is null ? "Bad Request - Error in query syntax." : $"Bad Request - Error in query syntax. {detail}"
        );

    public static ApiException Unreadable(string detail) => new(400, $"Error processing request stream. {detail}");

    public static ApiException NotFound(string segment) => new(404, $"Resource not found for the segment '{segment}'.");

    public static ApiException Forbidden(string? reason = null) => new(403, "Forbidden") { Reason = reason };

    public static ApiException NotImplemented() => new(501, "Not Implemented");

    public static ApiException Unsupported() => new(405, "Method Not Allowed");

    /// <summary>What the service says when it does not know better itself.</summary>
    public static ApiException Generic() =>
        new(500, "A problem has occurred. The cause of this issue will be investigated as soon as possible.");
}
