;;; -*- lexical-binding: t -*-
;; Run by editors.test.ts in a batch Emacs, after the set-up of docs/editors: says what it sees as JSON, a line each.
(require 'json)
(require 'flymake)

(defun say (what value)
  (princ (concat (json-encode `((what . ,what) (value . ,value))) "\n")))

(defun wait-for (what look)
  (let ((tries 0) done)
    (while (and (not (setq done (funcall look))) (< tries 1500))
      (setq tries (1+ tries))
      (accept-process-output nil 0.02))
    (unless done (say "timeout" what) (kill-emacs 1))
    done))

(defvar seen nil)
(defun look-again ()
  "Take what the server has said last, as Flymake would."
  (eglot-flymake-backend
   (lambda (list &rest _)
     (setq seen (mapcar (lambda (d)
                          (list (flymake-diagnostic-beg d) (flymake-diagnostic-end d)
                                (substring-no-properties (flymake-diagnostic-text d))))
                        list)))))

(condition-case fault
    (progn
      (find-file (getenv "DRAFT"))
      ;; `eglot-ensure' waits for a command, which a batch has none of.
      (apply #'eglot (append (eglot--guess-contact) nil))
      (wait-for "a server" #'eglot-current-server)
      (wait-for "diagnostics" (lambda () (look-again) (>= (length seen) 2)))
      (say "diagnostics" (vconcat (mapcar #'vconcat seen)))
      (goto-char 4)
      (let ((actions (jsonrpc-request
                      (eglot--current-server-or-lose) :textDocument/codeAction
                      (list :textDocument (eglot--TextDocumentIdentifier)
                            :range (list :start (eglot--pos-to-lsp-position 4) :end (eglot--pos-to-lsp-position 5))
                            :context (list :diagnostics [])))))
        (say "actions" (vconcat (mapcar (lambda (action) (plist-get action :title)) actions))))
      (goto-char 4)
      (delete-char 1)
      (insert "李")
      (eglot--signal-textDocument/didChange)
      (wait-for "the typed line" (lambda () (look-again) (= (length seen) 1)))
      (say "typed" (vconcat (mapcar #'vconcat seen)))
      (save-buffer)
      (say "written" (with-temp-buffer (insert-file-contents (getenv "DRAFT")) (vconcat (split-string (buffer-string) "\n" t))))
      (eglot--signal-textDocument/didChange)
      (wait-for "a clean draft" (lambda () (look-again) (= (length seen) 0)))
      ;; Saved under another name: what comes is for that name, and so are the edits.
      (let ((renamed (replace-regexp-in-string "讲话稿" "改名稿" (getenv "DRAFT"))))
        (write-file renamed)
        (wait-for "a server for the renamed draft" #'eglot-current-server)
        (goto-char (point-min))
        (insert "刚才,王书记作了讲话。\n")
        (eglot--signal-textDocument/didChange)
        (wait-for "the renamed draft" (lambda () (look-again) (= (length seen) 1)))
        (let* ((action (aref (jsonrpc-request
                              (eglot--current-server-or-lose) :textDocument/codeAction
                              (list :textDocument (eglot--TextDocumentIdentifier)
                                    :range (list :start (eglot--pos-to-lsp-position (point-min))
                                                 :end (eglot--pos-to-lsp-position (point-max)))
                                    :context (list :diagnostics [] :only ["source.fixAll.gongwen"])))
                             0))
               (edit (plist-get action :edit))
               (document (plist-get (aref (plist-get edit :documentChanges) 0) :textDocument)))
          (say "renamed" `((uri . ,(plist-get document :uri))))
          (say "versioned" (if (numberp (plist-get document :version)) t :json-false))
          ;; An edit for a text that has changed since is not applied.
          (goto-char (point-max))
          (insert "另，\n")
          (eglot--signal-textDocument/didChange)
          (let ((before (buffer-string)))
            (ignore-errors (eglot--apply-workspace-edit edit))
            (say "stale" (if (equal before (buffer-string)) t :json-false))))
        (save-buffer)
        (say "saved" `((new . ,(with-temp-buffer (insert-file-contents renamed) (vconcat (split-string (buffer-string) "\n" t))))
                       (old . ,(with-temp-buffer (insert-file-contents (getenv "DRAFT")) (vconcat (split-string (buffer-string) "\n" t)))))))
      (say "clean" t))
  (error (say "error" (error-message-string fault))))
