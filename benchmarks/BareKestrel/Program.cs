// The measure of all ratios: Kestrel and nothing else. Answers every request with the bytes of one file.
var body = File.ReadAllBytes(args[0]);
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
var app = builder.Build();
app.Run(async http =>
{
    http.Response.ContentType = "text/html; charset=utf-8";
    http.Response.ContentLength = body.Length;
    await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);
});
app.Run();
